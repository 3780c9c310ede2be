/** Index of a person in `Evidence.people`. Bots and agents have rows there too, but are never counted as people. */
export type PersonId = number;

/** Who acted: a human, an automation (dependabot, CI) or an AI agent. */
export type ActorKind = 'human' | 'bot' | 'agent';
