import type { TeamAnswers } from '#server/team/answers/team-answers.ts';
import type { Looked } from './open-metrics.ts';

/** How questions are answered: from memory or anew, and what is held for it. */
export function answerFigures(answers: TeamAnswers): readonly Looked[] {
  return [
    { name: 'understudy_answers_kept', help: 'Answers given from memory since the start.', look: () => answers.figures().kept },
    { name: 'understudy_answers_computed', help: 'Answers worked out since the start.', look: () => answers.figures().computed },
    { name: 'understudy_answers_bytes', help: 'Bytes of answers held in memory.', look: () => answers.figures().bytes },
    { name: 'understudy_answers_waiting', help: 'Questions that wait for a thread.', look: () => answers.figures().waiting },
    { name: 'understudy_worlds', help: 'Judged histories that threads hold in memory.', look: () => answers.figures().worlds },
  ];
}
