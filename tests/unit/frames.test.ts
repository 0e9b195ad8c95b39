import { expect, test } from "vitest";
import { inTurn } from "../../components/live/frames.ts";

test("who asks for a turn at once gets tasks one after the other, each to its end", async () => {
  const done: string[] = [];
  const takeTurn = async (name: string) => {
    await inTurn();
    done.push(name);
    for (let k = 0; k < 5; k++) await Promise.resolve();
    done.push(`rest of ${name}`);
  };
  await Promise.all(["one", "two", "three"].map(takeTurn));
  expect(done).toEqual(["one", "rest of one", "two", "rest of two", "three", "rest of three"]);
});
