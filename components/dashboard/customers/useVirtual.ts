import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface Virtual {
  items: VirtualItem[];
  /** px of all lines together. */
  height: number;
  scrollTo(index: number): void;
}

/** Draws only the lines of a long list that are in view: binds virtual-core to a scrolling element. */
export function useVirtual(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  lineHeight: number,
): Virtual {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    initialRect: { width: 800, height: 600 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(null as never),
  };
  const held = useRef<Virtualizer<HTMLElement, Element> | null>(null);
  held.current ??= new Virtualizer<HTMLElement, Element>(options);
  const virtual = held.current;
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return {
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}
