import css from './too-little-history.module.css';

/** A history of one person says nothing about a team; what it says is true, expected, and has a first step all the same. */
export function OnePerson() {
  return (
    <section className={css['teach']}>
      <p>
        <strong>One person made this history, so one absence stops all of it.</strong> That is how every project begins, and no fault. As
        soon as somebody else changes something, this page says how much they could carry.
      </p>
      <p>
        The smallest thing that changes the figure: somebody else makes one small change, and you review it. What both did then shows with:
      </p>
      <pre>
        <code>understudy open</code>
      </pre>
    </section>
  );
}
