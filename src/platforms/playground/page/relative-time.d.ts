export function relativeTime(at: Date, now: Date, language: string): string;
