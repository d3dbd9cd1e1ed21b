/** Building elements, briefly. */

type Child = Node | string | null | undefined | false;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | ((event: Event) => void)>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const out = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') out.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) out.setAttribute(name, '');
    else if (value !== false) out.setAttribute(name, value);
  }
  out.append(...children.filter((c): c is Node | string => c !== null && c !== undefined && c !== false));
  return out;
}
