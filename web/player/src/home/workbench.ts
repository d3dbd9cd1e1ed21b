/** A made game with everything around it: what was understood, the proof, the edit box, its versions, sharing. */
import { api, type Field, follow, type GameAnswer, local, type Receipt, Refusal, type Thing, type VersionItem } from './api';
import { el } from './dom';
import { itemText, kindName } from './words';

export interface WorkbenchHooks {
  /** Make the same sentence again as another kind. */
  onKind: (prompt: string, kind: string) => void;
  onChanged: () => void;
}

export class Workbench {
  readonly element = el('section', { class: 'bench', 'aria-label': 'Your game' });
  private game: GameAnswer | null = null;
  private readonly stage = el('iframe', {
    class: 'bench-game',
    title: 'The game',
    allow: 'fullscreen; gamepad; autoplay',
  });
  private readonly side = el('div', { class: 'bench-side' });
  private readonly title = el('div', { class: 'bench-facts' });
  private readonly facts = el('div', { class: 'bench-facts' });
  private readonly log = el('div', { class: 'bench-log', 'aria-live': 'polite' });
  private readonly input = el('textarea', {
    id: 'edit',
    rows: '2',
    maxlength: '1000',
    placeholder: 'make it night · slower bats · more coins in level 2 · add double jump',
  });
  private readonly send = el('button', { type: 'submit', class: 'main' }, 'Change it');
  private readonly undo = el('button', { type: 'button', onclick: () => void this.undoLast() }, 'Undo');
  private readonly redo = el('button', { type: 'button', onclick: () => void this.redoLast() }, 'Redo');
  private readonly history = el('details', { class: 'bench-history' }, el('summary', {}, 'Versions'));
  private versions: VersionItem[] = [];
  /** Versions left by undoing, newest last. */
  private undone: number[] = [];
  private busy = false;

  constructor(private readonly hooks: WorkbenchHooks) {
    const form = el(
      'form',
      { class: 'bench-edit', onsubmit: (e) => this.submit(e) },
      el('label', { for: 'edit' }, 'What should be different?'),
      this.input,
      el('div', { class: 'row' }, this.send, this.undo, this.redo),
    );
    this.input.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
        e.preventDefault();
        form.requestSubmit();
      }
    });
    this.side.append(this.title, form, this.log, this.facts, this.history);
    this.element.append(el('div', { class: 'bench-screen' }, this.stage), this.side);
  }

  get id(): string | null {
    return this.game?.game_id ?? null;
  }

  show(game: GameAnswer): void {
    const same = this.game?.game_id === game.game_id;
    this.game = game;
    if (!same) {
      this.undone = [];
      this.log.replaceChildren();
      this.input.value = '';
    }
    this.stage.src = `/play/${game.game_id}?v=${game.version}`;
    this.title.replaceChildren(this.head(game), this.proof(game));
    this.facts.replaceChildren(this.chips(game), this.tools(game));
    this.setBusy(false);
    void this.loadVersions();
  }

  private head(game: GameAnswer): HTMLElement {
    return el(
      'header',
      { class: 'bench-head' },
      el('h2', {}, game.title),
      el('p', {}, String(game.raku_config.game.description ?? game.raku_config.game.prompt ?? '')),
    );
  }

  private proof(game: GameAnswer): HTMLElement {
    const proven = game.proof.status === 'proven';
    const rate = game.proof.bot_success_rate;
    const text = proven ? 'Proven winnable' : 'Not proven';
    const more =
      proven && typeof rate === 'number'
        ? `A clumsy bot wins ${Math.round(rate * 100)} % of its tries.`
        : proven
          ? ''
          : 'No bot has won every level yet; it may still be possible.';
    return el('p', { class: proven ? 'proof proven' : 'proof' }, el('strong', {}, text), ' ', more);
  }

  private chips(game: GameAnswer): HTMLElement {
    const u = game.understood;
    const list = el('ul', { class: 'chips', 'aria-label': 'What was understood' });
    const chip = (name: string, field: Field<unknown> | undefined, text: string | null): void => {
      if (field === undefined || text === null || text === '') return;
      const why = { stated: 'you said so', inferred: 'read between the lines', default: 'our choice' }[field.source];
      list.append(
        el(
          'li',
          { class: `chip ${field.source}`, title: `${why}${field.note ? `: ${field.note}` : ''}` },
          el('span', {}, name),
          ` ${text}`,
          el('span', { class: 'unseen' }, ` (${why})`),
        ),
      );
    };
    const thing = (f: Field<Thing | null> | undefined): string | null => f?.value?.phrase ?? null;
    chip('kind', u.kind, u.kind ? kindName(game.metadata.kind || u.kind.value) : null);
    chip('hero', u.hero, thing(u.hero));
    for (const e of u.enemies ?? []) chip('enemy', e, thing(e));
    chip('boss', u.boss, thing(u.boss));
    for (const c of u.collectibles ?? []) chip('collect', c, thing(c));
    for (const h of u.hazards ?? []) chip('danger', h, thing(h));
    chip('place', u.place?.value ? u.place : u.setting, u.place?.value ?? u.setting?.value ?? null);
    chip('time', u.time_of_day, u.time_of_day?.value ?? null);
    chip('mood', u.mood, u.mood?.value ?? null);
    chip('difficulty', u.difficulty, u.difficulty?.value ?? null);
    for (const m of u.mechanics ?? []) chip('with', m, m.value.replace(/-/g, ' '));
    const box = el('div', { class: 'understood' }, el('h3', {}, 'Understood'), list);
    if (u.kind?.note) box.append(el('p', { class: 'note' }, u.kind.note));
    if (u.not_understood?.length) box.append(el('p', { class: 'note' }, `Not understood: ${u.not_understood.join(', ')}`));
    const prompt = String(game.raku_config.game.prompt ?? '');
    const others = game.alternatives.filter((a) => a.kind !== game.metadata.kind);
    if (prompt !== '' && others.length) {
      const row = el('p', { class: 'alternatives' }, 'Or make it: ');
      for (const a of others)
        row.append(
          el('button', { type: 'button', 'data-kind': a.kind, onclick: () => this.hooks.onKind(prompt, a.kind) }, kindName(a.kind)),
        );
      box.append(row);
    }
    return box;
  }

  private tools(game: GameAnswer): HTMLElement {
    const share = el('input', { type: 'checkbox', id: 'share' });
    share.checked = game.shared;
    const link = el('a', { href: local(game.play_url), target: '_blank', rel: 'noopener' }, 'Open its own page');
    const copy = el(
      'button',
      {
        type: 'button',
        hidden: !game.shared,
        onclick: () =>
          void navigator.clipboard
            ?.writeText(new URL(local(game.play_url), location.href).href)
            .then(() => this.say('The link is copied.')),
      },
      'Copy link',
    );
    share.addEventListener('change', () => {
      void api
        .share(game.game_id, share.checked)
        .then((answer) => {
          game.shared = answer.shared;
          copy.hidden = !answer.shared;
          this.say(answer.shared ? 'Anybody with the link can play it now.' : 'Only you can play it now.');
        })
        .catch((error: unknown) => {
          share.checked = !share.checked;
          this.fail(error);
        });
    });
    const download = el('button', { type: 'button', onclick: () => this.download(game) }, 'Download .raku');
    return el('div', { class: 'row tools' }, el('label', { class: 'switch' }, share, ' Share'), copy, link, download);
  }

  private download(game: GameAnswer): void {
    const url = URL.createObjectURL(new Blob([JSON.stringify(game.raku_config, null, 2)], { type: 'application/json' }));
    const name = game.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-') || 'game';
    el('a', { href: url, download: `${name}.raku` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const message = this.input.value.trim();
    if (message === '' || this.busy || this.game === null) return;
    void this.change(message);
  }

  private async change(message: string): Promise<void> {
    const game = this.game as GameAnswer;
    this.setBusy(true);
    const entry = el(
      'article',
      { class: 'entry' },
      el('p', { class: 'wish' }, message),
      el('p', { class: 'working' }, 'Changing and proving it again …'),
    );
    this.log.prepend(entry);
    try {
      const first = await api.iterate(game, message);
      // An edit that takes long is followed to its end; what it did comes with the last event.
      const answer = 'raku_config' in first ? first : { ...(await follow(first, () => {})), ...(await api.game(game.game_id)) };
      entry.querySelector('.working')?.remove();
      if (answer.applied === false) entry.append(el('p', { class: 'refused' }, answer.refusal ?? 'Nothing was changed.'));
      else {
        this.undone = [];
        this.input.value = '';
      }
      if (answer.receipt) entry.append(receipt(answer.receipt));
      if (answer.applied !== false) this.show(answer);
      this.hooks.onChanged();
    } catch (error) {
      entry.querySelector('.working')?.remove();
      entry.append(el('p', { class: 'refused', role: 'alert' }, error instanceof Refusal ? error.message : String(error)));
    }
    this.setBusy(false);
  }

  private async loadVersions(): Promise<void> {
    const id = this.game?.game_id;
    if (id === undefined) return;
    try {
      this.versions = (await api.versions(id)).items;
    } catch {
      this.versions = [];
    }
    if (this.game?.game_id !== id) return;
    const list = el('ol', {});
    for (const v of this.versions) {
      const item = el('li', { value: String(v.version) }, `${v.note || v.origin} `);
      if (v.current) item.append(el('em', {}, 'now'));
      else item.append(el('button', { type: 'button', onclick: () => void this.restore(v.version) }, 'Go back to this'));
      list.append(item);
    }
    this.history.replaceChildren(el('summary', {}, `Versions (${this.versions.length})`), list);
    this.setBusy(this.busy);
  }

  private async undoLast(): Promise<void> {
    const current = this.versions.find((v) => v.current);
    if (!current?.undo_version) return;
    if (await this.restore(current.undo_version)) this.undone.push(current.version);
    this.setBusy(false);
  }

  private async redoLast(): Promise<void> {
    const version = this.undone.at(-1);
    if (version === undefined) return;
    if (await this.restore(version)) this.undone.pop();
    this.setBusy(false);
  }

  private async restore(version: number): Promise<boolean> {
    if (this.game === null || this.busy) return false;
    this.setBusy(true);
    try {
      const answer = await api.restore(this.game.game_id, version);
      this.show(answer);
      this.say(`Back to version ${version}.`);
      this.hooks.onChanged();
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    } finally {
      this.setBusy(false);
    }
  }

  private say(text: string): void {
    this.log.prepend(el('p', { class: 'entry' }, text));
  }

  private fail(error: unknown): void {
    this.log.prepend(el('p', { class: 'entry refused', role: 'alert' }, error instanceof Error ? error.message : String(error)));
  }

  private setBusy(busy: boolean): void {
    this.busy = busy;
    this.send.disabled = busy;
    this.undo.disabled = busy || !this.versions.find((v) => v.current)?.undo_version;
    this.redo.disabled = busy || this.undone.length === 0;
    this.element.classList.toggle('busy', busy);
  }
}

function receipt(r: Receipt): HTMLElement {
  const out = el('dl', { class: 'receipt' });
  const add = (name: string, className: string, items: unknown[], text: (item: unknown) => string = itemText): void => {
    if (items.length === 0) return;
    out.append(el('dt', {}, name), el('dd', { class: className }, el('ul', {}, ...items.map((item) => el('li', {}, text(item))))));
  };
  add('Changed', 'changed', r.changed);
  if (r.kept.length) add('Kept', 'kept', [r.kept.map(itemText).join(', ')]);
  add('Not understood', 'unknown', r.not_understood);
  add('Checked', 'checks', r.checks, (item) => {
    const ok = typeof item === 'object' && item !== null && 'ok' in item ? (item as { ok: unknown }).ok !== false : true;
    return `${ok ? '✓' : '✗'} ${itemText(item)}`;
  });
  return out;
}
