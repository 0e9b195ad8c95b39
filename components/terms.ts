/** The words and letters of the glossary in the order of content/glossary.json, where what belongs together stands together. */
import { type CollectionEntry, getCollection } from "astro:content";

export async function termsInOrder(): Promise<CollectionEntry<"glossary">[]> {
  const terms = await getCollection("glossary");
  return terms.sort((one, other) => one.data.place - other.data.place);
}
