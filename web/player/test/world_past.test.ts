import { describe, expect, it } from 'vitest';
import { Past, stepOf } from '../src/home/world_past';

const version = (id: string, parentVersionId: string | null) => ({ id, parentVersionId, title: id });

describe('sentences about the versions', () => {
  it.each(['undo', 'Undo that.', 'please undo the last change', 'take that back', 'revert my last edit', 'no, undo it!', 'go back'])(
    '%s',
    (sentence) => expect(stepOf(sentence)).toBe('undo'),
  );
  it.each(['redo', 'Redo that, please'])('%s', (sentence) => expect(stepOf(sentence)).toBe('redo'));
  it.each(['undo everything', 'take back all my changes'])('%s', (sentence) => expect(stepOf(sentence)).toBe('first'));
  it.each(['make it snow', 'undo the lock on the gate', 'let the cook take the ladle back', 'go back to the harbour'])(
    '%s is about the world',
    (sentence) => expect(stepOf(sentence)).toBeNull(),
  );
});

describe('the versions of a world', () => {
  const tree = [version('made', null), version('snow', 'made'), version('night', 'snow'), version('rain', 'made')];

  it('are gone back to the parent, and forth to the newest child', () => {
    expect(new Past(tree, 'night').to('undo')?.id).toBe('snow');
    expect(new Past(tree, 'snow').to('redo')?.id).toBe('night');
    expect(new Past(tree, 'made').to('redo')?.id).toBe('rain');
    expect(new Past(tree, 'night').to('first')?.id).toBe('made');
  });

  it('end where there are no more', () => {
    expect(new Past(tree, 'made').to('undo')).toBeNull();
    expect(new Past(tree, 'made').to('first')).toBeNull();
    expect(new Past(tree, 'rain').to('redo')).toBeNull();
    expect(new Past().to('redo')).toBeNull();
  });
});
