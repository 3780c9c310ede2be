/** Rooms between policy and succession that say how what policy allows is kept, told and agreed on: part of the table in rooms.config.mjs. */
export const PRIVACY_ROOMS = [
  {
    room: 'core/cohorts',
    sees: ['core/terms'],
    packages: [],
    node: false,
    instead: 'Whether a figure over a group may be told; the figure belongs to the room that computes it, who may ask to policy.',
  },
  {
    room: 'core/disclosure',
    sees: ['core/terms', 'core/identity', 'core/evidence', 'core/policy'],
    packages: [],
    node: false,
    instead: 'When something is seen and who sees that it was; whether it may be seen at all belongs to policy.',
  },
  {
    room: 'core/retention',
    sees: ['core/terms', 'core/identity', 'core/evidence', 'core/cohorts'],
    packages: [],
    node: false,
    instead: 'What is kept for how long, as rules over evidence; when they are applied belongs to actions.',
  },
  {
    room: 'core/agreement',
    sees: ['core/terms', 'core/identity', 'core/evidence', 'core/policy', 'core/cohorts', 'core/disclosure', 'core/retention'],
    packages: [],
    node: false,
    instead: 'The works agreement in words; what it describes belongs to policy, cohorts, disclosure and retention.',
  },
];
