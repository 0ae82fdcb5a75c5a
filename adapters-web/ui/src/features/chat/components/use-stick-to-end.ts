import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Closer to the end than this is at the end, in pixels. */
const NEAR = 48;

export interface StickToEnd {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  /** Goes to the end, and stays there while it moves. */
  toEnd: () => void;
  /** Stays where it is, whatever grows below. */
  release: () => void;
}

/** Keeps a growing text's end in view for a reader who is there, and leaves one alone who has scrolled up. */
export function useStickToEnd(): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = useCallback(() => {
    stuck.current = true;
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);
  const release = useCallback(() => {
    stuck.current = false;
  }, []);
  useEffect(() => {
    const box = scroller.current;
    const text = content.current;
    if (!box || !text) return;
    let before = box.scrollTop;
    const look = () => {
      const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      if (near) stuck.current = true;
      // Only who goes up leaves the end; a text that grows faster than it is scrolled does not.
      else if (box.scrollTop < before - 1) stuck.current = false;
      before = box.scrollTop;
      setAtEnd(near || stuck.current);
    };
    const grown = new ResizeObserver(() => {
      if (stuck.current) box.scrollTop = box.scrollHeight;
      look();
    });
    grown.observe(text);
    grown.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      grown.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  return { scroller, content, atEnd, toEnd, release };
}
