/** A hidden tab draws nothing, yet what it shows should be there when it is looked at. */
const HIDDEN_PACE_MILLIS = 250;

/** Runs work with the next frame, or soon where no frames are drawn. */
export function withNextFrame(work: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, HIDDEN_PACE_MILLIS);
}
