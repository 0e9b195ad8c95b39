/** Waits for the storage of the browser, but not for ever: some never open it, nor begin what follows a transaction of a page that is gone. */
import { whenOnTime } from "../workers/whenOnTime.ts";

/** How long, in milliseconds, the browser may take to answer. */
const PATIENCE = 3000;

export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** What the storage answers. @throws NoAnswer where it takes long on a machine that is not busy, or what it throws */
export function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new NoAnswer("The storage of this browser does not answer"));
    const stopWaiting = whenOnTime(PATIENCE, giveUp);
    asked.then(resolve, reject).finally(stopWaiting);
  });
}
