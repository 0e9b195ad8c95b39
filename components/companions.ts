/** The companions in the order in which they are best read. */
import { type CollectionEntry, getCollection } from "astro:content";

export async function companionsInOrder(): Promise<CollectionEntry<"papers">[]> {
  const companions = await getCollection("papers");
  return companions.sort((one, other) => one.data.place - other.data.place);
}
