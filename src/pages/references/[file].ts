/**
 * The papers that the companions explain, and the companions themselves, as files for programs for references:
 * references/luo2021.ris, references/twolayers-phase-diagram.ris. A companion has one where the site knows its address.
 */
import { getCollection, getEntries } from "astro:content";
import type { APIRoute, InferGetStaticPropsType } from "astro";
import { address } from "../../../components/address.ts";
import { bibtexOf, companionWork, cslOf, risOf } from "../../citation.ts";

export async function getStaticPaths() {
  const companions = await getCollection("papers");
  const papers = await getEntries(companions.map(({ data }) => data.paper));
  const site = import.meta.env.SITE;
  const own = site
    ? companions.map((companion) => companionWork(companion, new URL(address(`${companion.id}/`), site).href))
    : [];
  return [...papers, ...own].flatMap((paper) => [
    { params: { file: `${paper.id}.bib` }, props: { text: `${bibtexOf(paper)}\n` } },
    { params: { file: `${paper.id}.ris` }, props: { text: risOf(paper) } },
    { params: { file: `${paper.id}.json` }, props: { text: cslOf(paper) } },
  ]);
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);
