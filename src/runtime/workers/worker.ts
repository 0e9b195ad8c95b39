/**
 * Where the worker of a page begins, and nothing else: the engine of Safari runs this file a second time as soon as a script that
 * is loaded later imports anything from it, and then there are two workers that answer in one.
 */
import "./pageWorker.ts";
