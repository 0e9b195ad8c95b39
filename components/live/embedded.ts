/**
 * The one figure or claim of a page that stands in a frame, and the page around: tells it what happens, and does what it
 * asks. Whoever is not the page around is not heard. What is said is public, so that it goes to a page of any origin.
 */
import {
  type FromFrame,
  NAME,
  type ToFrame,
  VERSION,
  type What,
} from "../../src/runtime/embedded/messages.ts";
import { DEFAULT_STATE } from "../../src/runtime/figureState.ts";
import { isUnderWay } from "../../src/runtime/keep/isUnderWay.ts";
import { late } from "../../src/runtime/late.ts";
import { asleep } from "./asleep.ts";
import type { ClaimCheck, Inside, LiveFigure, Said } from "./embeddedInside.ts";
import { TOLD } from "./told.ts";

const element = document.querySelector<HTMLElement>("live-figure, claim-check") as HTMLElement;
const { figure, claim = "" } = element.dataset;
const what: What = figure ? { figure } : { claim };

/** What is told of it; null until somebody turns to it. */
let inside: Inside | null = null;
let [lastState, lastHeight] = ["", 0];
let finished: object | null = null;
const complained = new Set<string>();

function tell<Kind extends FromFrame["kind"]>(kind: Kind, said: Said<Kind>): void {
  if (parent !== window) parent.postMessage({ from: NAME, ...what, kind, ...said }, "*");
}

function tellError({ message }: Error): void {
  tell("error", { message });
}

/** Nothing is set and nothing was run. */
function stateAsleep(): Said<"state"> {
  const { parameters, seed, backend } = DEFAULT_STATE;
  return {
    parameters: figure ? { ...parameters, seed, backend } : { backend },
    running: false,
    progress: 0,
  };
}

function tellNews(): void {
  const state = inside?.state() ?? stateAsleep();
  const text = JSON.stringify(state);
  if (text !== lastState) tell("state", state);
  lastState = text;
  if (!inside) return;
  const problems = inside.problems();
  for (const message of problems) if (!complained.has(message)) tell("error", { message });
  complained.clear();
  for (const message of problems) complained.add(message);
  const now = inside.finished();
  if (now && now !== finished) void inside.result().then((result) => tell("result", result), tellError);
  finished = now;
}

function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height !== lastHeight) tell("size", { height });
  lastHeight = height;
}

const LIVE = { figure: () => import("./live-figure.ts"), claim: () => import("./claim-check.ts") };

/** Brings the figure or claim to life. @throws Error in a sentence */
async function load(): Promise<void> {
  inside = await late(async () => {
    // The figure reads its address as soon as it is there.
    if (figure && location.search !== "") await import("./ownAddress.ts");
    const [{ claimInside, figureInside }] = await Promise.all([
      import("./embeddedInside.ts"),
      LIVE[figure ? "figure" : "claim"](),
    ]);
    return figure ? figureInside(element as LiveFigure) : claimInside(element as ClaimCheck);
  });
  await (element as LiveFigure | ClaimCheck).updateComplete;
  element.addEventListener(TOLD, tellNews);
  tellNews();
}

const wake = asleep(element, {
  ...(figure ? { part: "controls", label: "Run" } : { part: "check", label: "Check it here" }),
  load,
  press: () => inside?.run(),
});

async function act(message: ToFrame): Promise<void> {
  if (message.kind === "stop") {
    inside?.stop();
    return;
  }
  await wake();
  if (message.kind === "run") await inside?.run();
  else
    for (const refused of (await inside?.set(message.parameters)) ?? []) tell("error", { message: refused });
}

tell("ready", { version: VERSION });
new ResizeObserver(tellHeight).observe(document.body);
// What the address asks for is run, and what an earlier page had begun goes on.
if ((figure && location.search !== "") || isUnderWay(figure ? `figure ${figure}` : `claim ${claim}`))
  void wake().catch(tellError);
else tellNews();
// One after the other: a run has the settings that were set before.
let before: Promise<unknown> = Promise.resolve();
addEventListener("message", ({ source, data }: MessageEvent<{ readonly to?: unknown } | null>) => {
  if (source !== parent || typeof data !== "object" || data?.to !== NAME) return;
  before = before
    .then(async () => {
      const { readMessage } = await late(() => import("../../src/runtime/embedded/read.ts"));
      const message = readMessage(data);
      if ("problem" in message) tell("error", { message: message.problem });
      else await act(message);
    })
    .catch(tellError);
});
