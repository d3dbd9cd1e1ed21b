/** Entry of the home page: say it, watch it being made, play it, change it. */
import { type Accepted, api, follow, type GameAnswer, Refusal } from './home/api';
import { banner } from './home/banner';
import { el } from './home/dom';
import { Gallery } from './home/gallery';
import { EXAMPLES, kindName, STAGES, WORLD_EXAMPLES, WORLD_STAGES } from './home/words';
import { Workbench } from './home/workbench';
import { doubtful, WorldAsking } from './home/world_asking';
import { WorldBench } from './home/world_bench';
import { ownWorlds, publicWorlds } from './home/world_gallery';
import { type World, worlds } from './home/worlds_api';
import { lettering } from './view/lettering';

interface HomeBoot {
  user?: { display_name?: string; email?: string } | null;
  tier?: string;
  anonymous?: boolean;
  /** Whether this browser may have games of its own by now. */
  keeps?: boolean;
}

function bootData(): HomeBoot {
  const text = document.getElementById('mb-boot')?.textContent;
  return text ? (JSON.parse(text) as HomeBoot) : {};
}

type What = 'game' | 'world';

class Home {
  private readonly prompt = el('textarea', { id: 'prompt', rows: '2', maxlength: '500', placeholder: EXAMPLES[0] as string });
  private readonly make = el('button', { type: 'submit', class: 'main' }, 'Make it');
  private readonly progress = el('ol', { class: 'stages', 'aria-label': 'Progress', hidden: true });
  private readonly voice = el('p', { class: 'unseen', 'aria-live': 'polite' });
  private readonly problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  private readonly bench = new Workbench({
    onKind: (prompt, kind) => void this.generate(prompt, { kind }),
    onChanged: () => void this.gallery.refresh(),
  });
  private readonly gallery = new Gallery((id) => void this.open(id));
  private readonly worldBench = new WorldBench(
    () => void this.refreshWorlds(),
    (premise) => void this.makeWorld(premise),
  );
  private readonly asking = new WorldAsking(
    (premise) => void this.makeWorld(premise),
    (premise, seed) => void this.makeWorld(premise, seed),
  );
  private readonly ownWorlds = ownWorlds(
    (world) => this.showWorld(world),
    () => void this.refreshWorlds(),
  );
  private readonly publicWorlds = publicWorlds();
  private readonly benchRoom = el('div', { class: 'bench-room', hidden: true });
  private readonly examples = el('ul', { class: 'examples', 'aria-label': 'Examples' });
  private readonly label = el('label', { for: 'prompt', class: 'unseen' });
  private what: What = 'game';
  private busy = false;

  private readonly known: boolean;

  constructor(root: HTMLElement, boot: HomeBoot) {
    this.known = !!boot.user;
    const sky = el('canvas', { class: 'banner', 'aria-hidden': 'true' });
    const form = el(
      'form',
      {
        class: 'say',
        onsubmit: (e) => {
          e.preventDefault();
          const words = this.prompt.value.trim() || this.prompt.placeholder;
          if (this.what === 'world') void this.makeWorld(words);
          else void this.generate(words, {});
        },
      },
      this.choice(),
      this.label,
      this.prompt,
      this.make,
    );
    this.prompt.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
        e.preventDefault();
        form.requestSubmit();
      }
    });
    this.choose('game');
    const title = lettering('Say it, play it', 'h1', [255, 236, 190], 30);
    const who = boot.user?.display_name || boot.user?.email || '';
    root.append(
      el(
        'header',
        { class: 'top' },
        sky,
        el('div', { class: 'top-inner' }, title, el('p', {}, 'A sentence becomes a game or a world to play.')),
      ),
      el(
        'main',
        {},
        form,
        this.examples,
        this.problem,
        this.progress,
        this.voice,
        this.asking.element,
        this.benchRoom,
        this.gallery.element,
        this.ownWorlds.element,
        this.publicWorlds.element,
        el(
          'footer',
          {},
          who ? `Hello, ${who}. ` : '',
          el('a', { href: '/api/docs' }, 'API'),
          boot.anonymous ? ' · Games made here stay in this browser until you log in.' : '',
        ),
      ),
    );
    banner(sky);
    if (boot.keeps !== false) void this.gallery.refresh();
    void this.refreshWorlds();
    addEventListener('hashchange', () => this.route());
    this.route();
  }

  /** Game or world: two radio buttons, so that arrow keys and screen readers know them. */
  private choice(): HTMLElement {
    const option = (value: What, text: string, about: string): HTMLElement => {
      const input = el('input', { type: 'radio', name: 'what', value, id: `what-${value}`, onchange: () => this.choose(value) });
      input.checked = value === this.what;
      return el('span', {}, input, el('label', { for: `what-${value}` }, el('strong', {}, text), ' ', el('small', {}, about)));
    };
    return el(
      'fieldset',
      { class: 'what' },
      el('legend', { class: 'unseen' }, 'What to make'),
      option('game', 'Game', 'levels to win'),
      option('world', 'World', 'places and choices'),
    );
  }

  private choose(what: What): void {
    this.what = what;
    this.asking.hide();
    const examples = what === 'world' ? WORLD_EXAMPLES : EXAMPLES;
    this.label.textContent = what === 'world' ? 'Say in a sentence what your world is about' : 'Describe your game in a sentence';
    this.prompt.placeholder = examples[0] as string;
    this.prompt.maxLength = what === 'world' ? 2000 : 500;
    const pick = (text: string): void => {
      this.prompt.value = text;
      this.prompt.focus();
    };
    this.examples.replaceChildren(
      ...examples.map((text) => el('li', {}, el('button', { type: 'button', onclick: () => pick(text) }, text))),
    );
  }

  private async refreshWorlds(): Promise<void> {
    // Worlds are kept for people and their apps; a visitor has none to ask for.
    await Promise.all([...(this.known ? [this.ownWorlds.refresh()] : []), this.publicWorlds.refresh()]);
  }

  private route(): void {
    const world = /^#\/world\/([\w-]+)$/.exec(location.hash)?.[1];
    if (world !== undefined && world !== this.worldBench.id) void this.openWorld(world);
    const id = /^#\/game\/([\w-]+)$/.exec(location.hash)?.[1];
    if (id !== undefined && id !== this.bench.id) void this.open(id);
  }

  private async openWorld(id: string): Promise<void> {
    this.complain(null);
    try {
      // A change of nothing answers with how the world is described.
      this.showWorld(await worlds.describe(id, {}));
    } catch (error) {
      this.complain(error);
    }
  }

  private showWorld(world: World): void {
    this.bring(this.worldBench.element, `#/world/${world.id}`, world.name);
    this.worldBench.show(world);
  }

  /** Without a seed the premise is read first, and asked back where it leaves a story to guesses. */
  private async makeWorld(premise: string, seed: number | null = null): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.make.disabled = true;
    this.complain(null);
    this.asking.hide();
    this.stage('understand', null, WORLD_STAGES);
    try {
      const reading = seed === null ? await worlds.read(premise) : null;
      if (reading !== null && doubtful(reading)) {
        this.asking.ask(premise, reading);
      } else {
        const id = await worlds.make(premise, reading?.seed ?? seed, (stage) => this.stage(stage, null, WORLD_STAGES));
        const world = await worlds.describe(id, {});
        this.voice.textContent = `${world.name} is ready to play.`;
        this.progress.hidden = true;
        this.showWorld(world);
        void this.refreshWorlds();
      }
    } catch (error) {
      this.complain(error);
    }
    this.progress.hidden = true;
    this.busy = false;
    this.make.disabled = false;
  }

  /** Put a bench before the galleries, and its address into the page's. */
  private bring(bench: HTMLElement, hash: string, title: string): void {
    this.benchRoom.hidden = false;
    if (bench.parentElement !== this.benchRoom) this.benchRoom.replaceChildren(bench);
    history.replaceState(null, '', hash);
    document.title = `${title} – Makebelieve`;
    this.benchRoom.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', block: 'start' });
  }

  private async open(id: string): Promise<void> {
    this.complain(null);
    try {
      this.show(await api.game(id));
    } catch (error) {
      this.complain(error);
    }
  }

  private show(game: GameAnswer): void {
    this.bring(this.bench.element, `#/game/${game.game_id}`, game.title);
    this.bench.show(game);
  }

  private async generate(prompt: string, preferences: Record<string, unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.make.disabled = true;
    this.complain(null);
    this.prompt.value = prompt;
    this.stage('understand', typeof preferences.kind === 'string' ? kindName(preferences.kind) : null);
    this.progress.scrollIntoView({ block: 'nearest' });
    try {
      const answer = await api.generate(prompt, preferences);
      const game = 'raku_config' in answer ? answer : await this.wait(answer);
      this.progress.hidden = true;
      this.voice.textContent = `${game.title} is ready to play.`;
      this.show(game);
      void this.gallery.refresh();
    } catch (error) {
      this.progress.hidden = true;
      this.complain(error);
    }
    this.busy = false;
    this.make.disabled = false;
  }

  private async wait(accepted: Accepted): Promise<GameAnswer> {
    await follow(accepted, (stage) => this.stage(stage, null));
    return api.game(accepted.game_id);
  }

  private stage(now: string, note: string | null, stages: readonly (readonly [string, string])[] = STAGES): void {
    const at = stages.findIndex(([name]) => name === now);
    if (at < 0) return;
    this.progress.hidden = false;
    this.progress.replaceChildren(
      ...stages.map(([, text], i) =>
        el('li', { class: i < at ? 'done' : i === at ? 'now' : '', ...(i === at ? { 'aria-current': 'step' } : {}) }, text),
      ),
    );
    this.voice.textContent = `${(stages[at] as readonly [string, string])[1]}${note ? `: ${note}` : ''}`;
  }

  private complain(error: unknown): void {
    this.problem.hidden = error === null;
    this.problem.textContent = error === null ? '' : error instanceof Refusal || error instanceof Error ? error.message : String(error);
    this.problem.classList.toggle('gentle', error instanceof Refusal && error.status === 429);
  }
}

const root = document.getElementById('home');
if (root !== null) new Home(root, bootData());
