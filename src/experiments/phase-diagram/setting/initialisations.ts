/** Usual initialisations by name, and where they lie in the diagram (paper, Table 1). */

const at = (label: string, gamma: number, gammaPrime: number) => ({
  label,
  parameters: { gamma, gammaPrime },
});

export const INITIALISATIONS = [
  at("NTK", 0.5, 0),
  at("LeCun", 0.5, 0.5),
  at("He", 0.5, 0.5),
  at("Xavier", 1, 0),
  at("Mean field", 1, 0),
];
