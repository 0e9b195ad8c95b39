/** Whether plain data that comes from outside has the form of what a run would have written itself. */

/**
 * The same kind of number, text or typed array, typed arrays of the same length, objects of the same names, all of
 * finite numbers. Lists may differ in length.
 */
export function isAlike<T>(model: T, value: unknown): value is T {
  if (typeof model === "number") return typeof value === "number" && !Number.isNaN(value);
  if (typeof model !== "object" || model === null) return typeof value === typeof model;
  if (typeof value !== "object" || value === null) return false;
  if (model instanceof Float32Array || model instanceof Float64Array)
    return isSameArray(model, value) && value.every(Number.isFinite);
  if (Array.isArray(model))
    return Array.isArray(value) && value.every((each) => model.length === 0 || isAlike(model[0], each));
  const names = Object.keys(model);
  return (
    names.length === Object.keys(value).length &&
    Object.entries(model).every(([name, each]) => isAlike(each, Reflect.get(value, name)))
  );
}

function isSameArray<A extends Float32Array | Float64Array>(model: A, value: object): value is A {
  return value.constructor === model.constructor && Reflect.get(value, "length") === model.length;
}
