/**
 * A list of a record beside that of its rerun, where float32 summed in another order: which of its numbers that does not
 * explain, by what the list's indices count. Where a quantity is one number, rounding.ts is all there is to say.
 *
 * A number agrees within the rounding of its list. What a list may do besides:
 * - Of neurons, nodes or examples, one in a hundred may go its own way, since one near a boundary may come to the other side
 *   of it; of fewer than a hundred none may. All differences together are no more than a quarter of what the rounding
 *   comes to: where a few go far the others must be near, and in a narrow network not one can.
 * - Signs and other whole numbers of neurons say on which side of a boundary each is: one, or one in fifty, may be on the other.
 * - Where neurons are ranked by what came of them, those that are nearly level may change places, by three at most, up to one
 *   neuron in ten; and the last of many may be another, that came as near.
 * - A curve may be ahead or behind by a look: each of its numbers may be any between those of the rerun one look before and
 *   one look after. It may have one look more or less where the runs did not end at the same step.
 * The shares were chosen on the seeds of rounding.ts; tests/records/executed/otherOrder.ts tries others.
 */
import type { SeriesMeta } from "../../experiments/experiment.ts";
import { agree, isPopulation, type Rounding } from "./rounding.ts";

const MOST_STRAYS = 1 / 100;
const MOST_ACROSS = 1 / 50;
const MOST_DISPLACED = 1 / 10;
/** Places by which one of them may move. */
const FURTHEST = 3;
/** A ranked list with fewer neurons has them all. */
const LEAST_CUT = 20;
/** All differences together over the sum of sizes, as a share of the rounding. */
const MOST_TOGETHER = 1 / 4;

/** What a list is compared as. */
export interface Kind {
  readonly series: SeriesMeta;
  readonly rounding: Rounding;
  /** Whether the runs ended at different steps. */
  readonly endsApart: boolean;
}

export interface Beside {
  /** Places of the record's list whose numbers nothing explains. */
  readonly differing: readonly number[];
  /** What is wrong with the list as a whole, as the end of a sentence. */
  readonly whole: string | null;
  /** What it was let pass besides its rounding: "3 of 2,000 neurons differ". */
  readonly besides: string | null;
}

const SAME: Beside = { differing: [], whole: null, besides: null };

/** Compares the list of a record with that of a rerun. */
export function listsBeside(said: readonly number[], rerun: readonly number[], kind: Kind): Beside {
  if (said.length !== rerun.length) return ofOtherLength(said, rerun, kind);
  const { series, rounding } = kind;
  const near = (one: number, other: number) => agree(one, other, rounding);
  const beyond = said.flatMap((mine, j) => (near(mine, rerun[j] as number) ? [] : [j]));
  if (series.shape.length === 1 && series.shape[0] === "looks")
    return curvesBeside(said, rerun, rounding, beyond);
  if (!isPopulation(series)) return { ...SAME, differing: beyond };
  const places = series.isRanked ? beyond.filter((j) => !isOneOfTwo(said, rerun, j, near)) : beyond;
  if (series.isRanked && haveChangedPlaces(said, rerun, places, near))
    return beyond.length > 0 ? { ...SAME, besides: tell(beyond, said, series, "change places") } : SAME;
  if (rerun.every(Number.isInteger)) {
    const isLetPass = places.length <= Math.max(1, said.length * MOST_ACROSS);
    return isLetPass ? letPass(beyond, said, series) : { ...SAME, differing: places };
  }
  if (places.length > Math.floor(said.length * MOST_STRAYS)) return { ...SAME, differing: places };
  const excused = new Set(beyond.filter((j) => !places.includes(j)));
  const together = sum(said.map((mine, j) => (excused.has(j) ? 0 : Math.abs(mine - (rerun[j] as number)))));
  const most =
    MOST_TOGETHER * sum(rerun.map((theirs) => Math.max(rounding.share * Math.abs(theirs), rounding.least)));
  if (together <= most) return letPass(beyond, said, series);
  const whole = `all differences together are ${together.toPrecision(2)}, where they may be ${most.toPrecision(2)}`;
  return { ...SAME, differing: places, whole };
}

function letPass(beyond: readonly number[], said: readonly number[], series: SeriesMeta): Beside {
  return beyond.length === 0 ? SAME : { ...SAME, besides: tell(beyond, said, series, "differ") };
}

function tell(beyond: readonly number[], said: readonly number[], { shape }: SeriesMeta, what: string) {
  const counted = shape.length === 1 ? shape[0] : "numbers";
  return `${beyond.length} of ${said.length.toLocaleString("en")} ${counted} ${what}`;
}

/** Whether a place is the last of a ranked list that ends somewhere, and its number that of another neuron of that size. */
function isOneOfTwo(
  said: readonly number[],
  rerun: readonly number[],
  place: number,
  near: (one: number, other: number) => boolean,
): boolean {
  if (place < LEAST_CUT || place < said.length - 1) return false;
  const [mine, theirs] = [said[place] as number, rerun[place] as number];
  return rerun.every(Number.isInteger) || near(Math.abs(mine), Math.abs(theirs));
}

/** Whether the numbers at some places, few of the list, are those of the rerun a few places further up or down. */
function haveChangedPlaces(
  said: readonly number[],
  rerun: readonly number[],
  places: readonly number[],
  near: (one: number, other: number) => boolean,
): boolean {
  if (places.length > Math.max(2, said.length * MOST_DISPLACED)) return false;
  const free = new Set(places);
  return places.every((j) => {
    const found = places.find(
      (k) => free.has(k) && Math.abs(k - j) <= FURTHEST && near(said[j] as number, rerun[k] as number),
    );
    return found !== undefined && free.delete(found);
  });
}

/** A curve over looks: between neighbours' numbers is near enough. */
function curvesBeside(
  said: readonly number[],
  rerun: readonly number[],
  rounding: Rounding,
  beyond: readonly number[],
): Beside {
  const differing = beyond.filter((j) => {
    const around = [rerun[j - 1], rerun[j], rerun[j + 1]].filter((value) => value !== undefined);
    const [low, high] = [Math.min(...around), Math.max(...around)];
    const mine = said[j] as number;
    return !agree(mine, Math.min(Math.max(mine, low), high), rounding);
  });
  const passed = beyond.length - differing.length;
  const besides = passed > 0 ? `${passed} of ${said.length} looks ahead or behind` : null;
  return { ...SAME, differing, besides };
}

/** One look more or less, where the runs did not end at the same step: the last of both are compared with each other. */
function ofOtherLength(said: readonly number[], rerun: readonly number[], kind: Kind): Beside {
  const ofLook = Math.abs(said.length - rerun.length);
  const isOneLook = [said, rerun].every(({ length }) => length % ofLook === 0 && length > ofLook);
  if (!kind.endsApart || kind.series.shape[0] !== "looks" || !isOneLook)
    return { ...SAME, whole: `the record has ${said.length} numbers, the rerun ${rerun.length}` };
  const shared = Math.min(said.length, rerun.length) - ofLook;
  const without = (values: readonly number[]) => [...values.slice(0, shared), ...values.slice(-ofLook)];
  const besides = `one look ${said.length > rerun.length ? "more" : "less"}`;
  const found = listsBeside(without(said), without(rerun), kind);
  return { ...found, besides: found.besides ? `${besides}, ${found.besides}` : besides };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
