/** The script-tag build: `MakebelieveEmbed.createEmbed`, and elements that say so are mounted when the page is there. */
import { createEmbed, mountAll } from './index';

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => mountAll());
else mountAll();

export { createEmbed, mountAll };
