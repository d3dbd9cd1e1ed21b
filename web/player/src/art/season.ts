/** What a season does to the colours of growing things. */
import { fromLch, mix, type Rgb, toLch } from './color';

export type Season = 'spring' | 'autumn' | 'winter';

const WORDS: readonly (readonly [RegExp, Season])[] = [
  [/\b(autumn\w*|fall|october|november|harvest|halloween|golden leaves)\b/i, 'autumn'],
  [/\b(winter\w*|snow\w*|frozen|frosty?|icy|christmas|december)\b/i, 'winter'],
  [/\b(spring|blossom\w*|cherry|april|easter)\b/i, 'spring'],
];

/** The season that a place's words name, if any. */
export function seasonOf(place: string): Season | undefined {
  return WORDS.find(([word]) => word.test(place))?.[1];
}

const DEG = Math.PI / 180;

/** Leaves turn, or lie under snow; what is not green stays as it is. */
export function inSeason(color: Rgb, season: Season | undefined): Rgb {
  if (season === undefined) return color;
  const [L, C, h] = toLch(color);
  const degrees = (((h / DEG) % 360) + 360) % 360;
  if (C < 0.03 || degrees < 105 || degrees > 172) return color;
  switch (season) {
    case 'autumn':
      // Greens further from yellow turn further towards red.
      return fromLch([Math.min(0.74, L + 0.02), Math.max(C, 0.12), (78 - (degrees - 105) * 0.45) * DEG]);
    case 'winter':
      return mix(color, [236, 244, 252], 0.72);
    case 'spring':
      return fromLch([Math.min(0.86, L + 0.06), C * 1.08, (degrees - 8) * DEG]);
  }
}
