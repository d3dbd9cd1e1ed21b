/** Choices that change nothing and say the same each time: quieter once they have been taken, out of the way after the second time. */
import type { Choice, Happened } from './model';

/** How often such a choice is offered while one stays in a place. */
const OFTEN = 2;

export class Taken {
  /** Taken in this run, and how often since the place was entered. */
  private readonly run = new Set<string>();
  private readonly stay = new Map<string, number>();

  clear(): void {
    this.run.clear();
    this.stay.clear();
  }

  enter(): void {
    this.stay.clear();
  }

  note(happened: Happened | null): void {
    if (happened?.type !== 'choice' || happened.event === undefined) return;
    if (happened.kind !== 'override' || (happened.granted?.length ?? 0) > 0) return;
    this.run.add(happened.event);
    this.stay.set(happened.event, (this.stay.get(happened.event) ?? 0) + 1);
  }

  known(choice: Choice): boolean {
    return this.run.has(choice.name);
  }

  /** Whether it is not shown for now; the server would still let it happen. */
  spent(choice: Choice): boolean {
    return (this.stay.get(choice.name) ?? 0) >= OFTEN;
  }
}
