/** Where the map lies in its drawing, in the drawing's own units: for what draws it and for what is laid over it. */
export const FRAME = {
  width: 480,
  height: 440,
  marginLeft: 52,
  marginRight: 16,
  marginTop: 22,
  marginBottom: 42,
} as const;
