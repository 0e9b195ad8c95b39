/** The papers that the companions explain, as files for programs for references: references/luo2021.ris. */
import { getCollection, getEntries } from "astro:content";
import type { APIRoute, InferGetStaticPropsType } from "astro";
import { bibtexOf, cslOf, risOf } from "../../citation.ts";

export async function getStaticPaths() {
  const companions = await getCollection("papers");
  const papers = await getEntries(companions.map(({ data }) => data.paper));
  return papers.flatMap((paper) => [
    { params: { file: `${paper.id}.bib` }, props: { text: `${bibtexOf(paper)}\n` } },
    { params: { file: `${paper.id}.ris` }, props: { text: risOf(paper) } },
    { params: { file: `${paper.id}.json` }, props: { text: cslOf(paper) } },
  ]);
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);
