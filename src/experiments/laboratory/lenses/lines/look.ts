/** Measures which lines neurons are on, how that came about, and how near they are to those that are predicted. */
import { median } from "../../../../math/statistics.ts";
import { dot } from "../../../../math/vectors.ts";
import { alikeByChance } from "../../../../theory/condensation/chance.ts";
import { multiplicityOf } from "../../../../theory/condensation/multiplicity.ts";
import { predictedLines, type Ray } from "../../../../theory/condensation/predictedLines.ts";
import { layerQuantities } from "../../../condensation/setting/layerMeasures.ts";
import { ALIKE_IN_PLANE, ALIKE_IN_SPACE } from "../../../condensation/setting/lines.ts";
import { directionsOf } from "../../../condensation/setting/neurons.ts";
import { type OrderedLayer, orderedLayer } from "../../../condensation/setting/orderedLayer.ts";
import { similaritiesOf } from "../../../condensation/setting/similarities.ts";
import type { Look } from "../../setting/lens.ts";
import { once } from "../../setting/once.ts";
import { someNeurons } from "../../setting/someNeurons.ts";
import { takenAt } from "../../setting/takenAt.ts";
import type { AnyNetwork } from "../../setting/underway.ts";
import { LOOKED_AT, type meta } from "./meta.ts";

export const look: Look<typeof meta> = ({ setup, sample, start }) => {
  const isOnePass = setup.rule === "onePass";
  const { inputDimension } = sample;
  const alike = inputDimension === 2 ? ALIKE_IN_PLANE : ALIKE_IN_SPACE;
  const predicted = once(() =>
    // At f = 0 the residuals are the targets with their signs changed.
    predictedLines(
      sample,
      sample.targets.map((y) => -y),
      {
        multiplicity: isOnePass ? undefined : multiplicityOf(setup.activation),
        bySigns: setup.rule === "adam",
      },
    ),
  );
  const onPlane = (vectors: readonly ArrayLike<number>[]) =>
    predicted().plane.map((axis) => vectors.map((vector) => dot(vector, axis)));
  const some = (network: AnyNetwork) =>
    someNeurons(network, LOOKED_AT, !isOnePass && setup.start === "antisymmetric");
  const shareAt = (network: AnyNetwork) => alikePairs(some(network), alike);
  const atStart = once(() => onPlane(directionsOf(some(start))));
  return {
    take: ({ network }) => [shareAt(network)],
    measure: (moment, taken) => {
      const { network } = moment;
      const [pairs = shareAt(network)] = takenAt(moment, taken) ?? [];
      const layer = orderedLayer(some(network), 0, alike);
      const { lines, largestLine, shareOnLines, meanSimilarity, signLikeness } = layerQuantities(layer);
      const { rays } = predicted();
      const [rayAcross, rayUp] = onPlane(rays.map(({ direction }) => direction));
      const [startAcross, startUp] = atStart();
      const [directionAcross, directionUp] = onPlane(layer.directions);
      return {
        quantities: {
          lines,
          largestLine,
          shareOnLines,
          meanSimilarity,
          signLikeness,
          alikePairs: pairs,
          alikeByChance: alikeByChance(inputDimension, alike),
          medianCosine: cosineToRays(layer, rays),
        },
        series: {
          similarity: similaritiesOf(layer.directions),
          ownLine: layer.line,
          directionAcross,
          directionUp,
          signOfOutput: layer.outputWeights.map(Math.sign),
          startAcross,
          startUp,
          rayAcross,
          rayUp,
          rayOutput: rays.map(({ sign }) => sign),
          rayFeeds: rays.map(({ feeds }) => (feeds ? 1 : 0)),
          alikeThen: taken.map(({ numbers }) => numbers[0] as number),
        },
      };
    },
  };
};

/** Share of the pairs with |cos| > `alike`: 1 where all are on one line, about ½ for halves on two. */
function alikePairs({ width, inputDimension, inputWeights }: AnyNetwork, alike: number): number {
  let pairs = 0;
  const products = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let k = 0; k < width; k++) {
    products.fill(0);
    for (let j = 0; j < inputDimension; j++) {
      const own = inputWeights[j * width + k] as number;
      // Up to the neuron itself, whose product is the square of its length.
      for (let i = 0; i <= k; i++)
        products[i] = (products[i] as number) + own * (inputWeights[j * width + i] as number);
    }
    const square = products[k] as number;
    squares[k] = square;
    for (let i = 0; i < k; i++) {
      const product = products[i] as number;
      if (product * product > alike * alike * square * (squares[i] as number)) pairs++;
    }
  }
  return pairs / ((width * (width - 1)) / 2);
}

/** Median over neurons of |cos| to the nearest ray for the sign of its a; undefined without rays. */
function cosineToRays({ directions, outputWeights }: OrderedLayer, rays: readonly Ray[]): number | undefined {
  if (rays.length === 0 || directions.length === 0) return undefined;
  const forSign = (sign: 1 | -1) => rays.filter((ray) => ray.sign === sign);
  const [positive, negative] = [forSign(1), forSign(-1)];
  return median(
    directions.map((direction, k) =>
      Math.max(
        ...((outputWeights[k] as number) > 0 ? positive : negative).map((ray) =>
          Math.abs(dot(direction, ray.direction)),
        ),
      ),
    ),
  );
}
