/** Runs one width at one point of the map: trains a network at (γ, γ′) and measures how far each layer went. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { descentAt, initialNetwork, trainingBy } from "../setting/training.ts";
import { descentApart, distancesApart, SAMPLE_APART, startApart } from "./apart.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = ({ gammaFrom: gamma, gammaPrimeFrom: gammaPrime, widths }, seed) => {
  const width = single(widths);
  const plain = initialNetwork(width, seed);
  const start = startApart(plain);
  const descent = descentApart(descentAt({ gamma, gammaPrime, width }));
  return trained(trainingBy(descent, start, SAMPLE_APART), {
    onlyAtEnd: true,
    measure: ({ network }) => ({ quantities: distancesApart(network, start, plain) }),
  });
};
