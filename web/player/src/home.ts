/** Entry of the home page: say it, watch it being made, play it, change it. */
import { type Accepted, api, follow, type GameAnswer, Refusal } from './home/api';
import { banner } from './home/banner';
import { el } from './home/dom';
import { Gallery } from './home/gallery';
import { EXAMPLES, kindName, STAGES } from './home/words';
import { Workbench } from './home/workbench';
import { lettering } from './view/lettering';

interface HomeBoot {
  user?: { display_name?: string; email?: string } | null;
  tier?: string;
  anonymous?: boolean;
}

function bootData(): HomeBoot {
  const text = document.getElementById('mb-boot')?.textContent;
  return text ? (JSON.parse(text) as HomeBoot) : {};
}

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
  private readonly benchRoom = el('div', { class: 'bench-room', hidden: true }, this.bench.element);
  private busy = false;

  constructor(root: HTMLElement, boot: HomeBoot) {
    const sky = el('canvas', { class: 'banner', 'aria-hidden': 'true' });
    const form = el(
      'form',
      {
        class: 'say',
        onsubmit: (e) => {
          e.preventDefault();
          void this.generate(this.prompt.value.trim() || (EXAMPLES[0] as string), {});
        },
      },
      el('label', { for: 'prompt', class: 'unseen' }, 'Describe your game in a sentence'),
      this.prompt,
      this.make,
    );
    this.prompt.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
        e.preventDefault();
        form.requestSubmit();
      }
    });
    const examples = el('ul', { class: 'examples', 'aria-label': 'Examples' });
    for (const text of EXAMPLES) {
      const pick = (): void => {
        this.prompt.value = text;
        this.prompt.focus();
      };
      examples.append(el('li', {}, el('button', { type: 'button', onclick: pick }, text)));
    }
    const title = lettering('Say it, play it', 'h1', [255, 236, 190], 30);
    const who = boot.user?.display_name || boot.user?.email || '';
    root.append(
      el(
        'header',
        { class: 'top' },
        sky,
        el('div', { class: 'top-inner' }, title, el('p', {}, 'A sentence becomes a game. A bot proves that it can be won.')),
      ),
      el(
        'main',
        {},
        form,
        examples,
        this.problem,
        this.progress,
        this.voice,
        this.benchRoom,
        this.gallery.element,
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
    void this.gallery.refresh();
    addEventListener('hashchange', () => this.route());
    this.route();
  }

  private route(): void {
    const id = /^#\/game\/([\w-]+)$/.exec(location.hash)?.[1];
    if (id !== undefined && id !== this.bench.id) void this.open(id);
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
    this.benchRoom.hidden = false;
    this.bench.show(game);
    history.replaceState(null, '', `#/game/${game.game_id}`);
    document.title = `${game.title} – Makebelieve`;
    this.benchRoom.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', block: 'start' });
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

  private stage(now: string, note: string | null): void {
    const at = STAGES.findIndex(([name]) => name === now);
    if (at < 0) return;
    this.progress.hidden = false;
    this.progress.replaceChildren(
      ...STAGES.map(([, text], i) =>
        el('li', { class: i < at ? 'done' : i === at ? 'now' : '', ...(i === at ? { 'aria-current': 'step' } : {}) }, text),
      ),
    );
    this.voice.textContent = `${(STAGES[at] as readonly [string, string])[1]}${note ? `: ${note}` : ''}`;
  }

  private complain(error: unknown): void {
    this.problem.hidden = error === null;
    this.problem.textContent = error === null ? '' : error instanceof Refusal || error instanceof Error ? error.message : String(error);
    this.problem.classList.toggle('gentle', error instanceof Refusal && error.status === 429);
  }
}

const root = document.getElementById('home');
if (root !== null) new Home(root, bootData());
