/** What CloudWatch does not show in the names of its metrics. Source: monitoring-cloudwatch (admin guide). */
const HIDDEN = /[^A-Za-z0-9 .,\-_/#:$@|&{}+?%]/gu;

/** The characters of a name because of which CloudWatch shows no metrics under it, each once. */
export const hiddenCharacters = (name: string): readonly string[] => [...new Set(name.match(HIDDEN))];
