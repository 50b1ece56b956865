import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import type { SidebarActions, SidebarProps } from '../../../components/sidebar/props';
import { Sidebar } from '../../../components/sidebar/sidebar';
import { idle, sidebarProps } from './fixtures';

afterEach(cleanup);

/** Draws the sidebar with callbacks that remember their calls. */
export function draw(over: Partial<SidebarProps> = {}) {
  const actions = Object.fromEntries(Object.keys(idle).map((name) => [name, vi.fn()])) as unknown as {
    [K in keyof SidebarActions]: ReturnType<typeof vi.fn<SidebarActions[K]>>;
  };
  actions.pageText.mockResolvedValue('');
  const props = sidebarProps({ ...over, actions });
  const drawn = render(<Sidebar {...props} />);
  return {
    ...drawn,
    actions,
    props,
    again: (next: Partial<SidebarProps>) => drawn.rerender(<Sidebar {...props} {...next} />),
  };
}

/** A key pressed where the focus is. True: someone took it for themselves. */
export function press(key: string, init: KeyboardEventInit = {}): boolean {
  return !fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
}
