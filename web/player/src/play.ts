/** Entry of the page of one game. */
import { loadBoot } from './boot';
import { Player } from './view/player';

async function begin(): Promise<void> {
  const root = document.getElementById('player');
  if (root === null) return;
  try {
    const boot = await loadBoot();
    document.title = boot.title;
    new Player(root, boot);
  } catch (error) {
    const box = document.createElement('p');
    box.className = 'mb-failure';
    box.setAttribute('role', 'alert');
    box.textContent = error instanceof Error ? error.message : String(error);
    root.replaceChildren(box);
  }
}

void begin();
