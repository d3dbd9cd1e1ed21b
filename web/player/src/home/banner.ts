/** A strip of a made-up world above the prompt box, with creatures walking through; every visit another place. */
import { paintBackdrop, paintSky } from '../art/backdrop';
import { paintDecorations } from '../art/decoration';
import { Pixmap } from '../art/pixmap';
import { drawSprite, type SpriteSheet } from '../art/sprite';
import { paintEarth } from '../art/terrain';
import { themeOf } from '../art/theme';
import { canvasOf } from '../view/textures';

const WIDTH = 480;
const HEIGHT = 112;
const PLACES = ['forest', 'snow', 'desert', 'food', 'haunted', 'castle', 'jungle', 'island', 'village', 'mountain'] as const;
const CAST: readonly (readonly [string, string, readonly string[]])[] = [
  ['tiny red fox', 'quadruped', ['#d2552d', '#f6e7d2']],
  ['red knight', 'biped', ['#c23b3b', '#a9b4c6']],
  ['old wizard', 'biped', ['#4a55b8', '#f4c542']],
  ['green slime', 'blob', ['#4fbf5a']],
  ['green dragon', 'dragon', ['#4f9f55', '#f0d890', '#c2603a']],
  ['white rabbit', 'quadruped', ['#eee8e4', '#ffffff']],
  ['little robot', 'robot', ['#8fa3bd', '#6fe3ff']],
  ['penguin', 'bird', ['#33394f', '#f8f6f0']],
];

interface Walker {
  frames: HTMLCanvasElement[];
  sheet: SpriteSheet;
  x: number;
  speed: number;
}

export function banner(canvas: HTMLCanvasElement): void {
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const seed = Math.floor(Math.random() * 1e6);
  const theme = themeOf({ biome: PLACES[seed % PLACES.length] as string, time_of_day: seed % 3 === 0 ? 'dusk' : 'day' });
  const scene = new Pixmap(WIDTH, HEIGHT);
  scene.draw(paintSky(theme, WIDTH, HEIGHT, seed), 0, 0);
  for (const layer of paintBackdrop(theme, HEIGHT, seed)) scene.draw(layer.picture, 0, -12);
  const grid = { tile: 8, width: WIDTH / 8, height: HEIGHT / 8, at: (_x: number, y: number) => (y >= HEIGHT / 8 - 2 ? '#' : '.') };
  paintDecorations(scene, grid, theme, seed, 0, 0, WIDTH / 8, HEIGHT / 8);
  paintEarth(scene, grid, theme, seed, 0, 0, WIDTH / 8, HEIGHT / 8);
  const background = canvasOf(scene);
  const floor = HEIGHT - 16;
  const walkers: Walker[] = CAST.map(([prompt, body, colors], i) => {
    const sheet = drawSprite({ prompt, body, colors }, { width: 10, height: body === 'dragon' ? 18 : 12 });
    return {
      frames: (sheet.frames.walk ?? sheet.frames.idle ?? []).map(canvasOf),
      sheet,
      x: ((i + 0.5) / CAST.length) * WIDTH,
      speed: 13 + (i % 3) * 4,
    };
  });
  const draw = (time: number): void => {
    context.drawImage(background, 0, 0);
    for (const w of walkers) {
      const frame = w.frames[Math.floor(time / 110) % w.frames.length];
      if (frame === undefined) continue;
      const x = ((w.x + (time / 1000) * w.speed) % (WIDTH + 40)) - 20;
      context.drawImage(frame, Math.round(x - w.sheet.pivot[0]), floor - (w.sheet.stands ? w.sheet.pivot[1] : w.sheet.pivot[1] + 7));
    }
  };
  draw(0);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  let last = 0;
  const tick = (time: number): void => {
    // A dozen pictures a second are plenty for pixels, and leave the machine to the game being made.
    if (time - last > 80 && !document.hidden && canvas.isConnected && canvas.offsetParent !== null) {
      last = time;
      draw(time);
    }
    if (canvas.isConnected) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
