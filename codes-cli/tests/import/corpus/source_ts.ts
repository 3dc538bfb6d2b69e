export const codes = {
  404: "Not found",
  429: "Slow down",
};

export function text(code: number): string {
  return codes[code];
}
