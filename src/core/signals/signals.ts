import { notUnderstood } from './alone/not-understood.ts';
import { quietSolo } from './alone/quiet-solo.ts';
import { trainedToWait } from './alone/trained-to-wait.ts';
import { unclearDefault } from './alone/unclear-default.ts';
import { greenfieldAlone } from './entry/greenfield-alone.ts';
import { launchRush } from './entry/launch-rush.ts';
import { overload } from './entry/overload.ts';
import { decisionWait } from './friction/decision-wait.ts';
import { oneApprover } from './friction/one-approver.ts';
import { planningErosion } from './friction/planning-erosion.ts';
import { reviewWait } from './friction/review-wait.ts';
import { soleTranslator } from './friction/sole-translator.ts';
import { staleModel } from './friction/stale-model.ts';
import { urgentRouting } from './friction/urgent-routing.ts';
import { decisionsElsewhere } from './parachute/decisions-elsewhere.ts';
import { discardedWork } from './parachute/discarded-work.ts';
import { longShadow } from './parachute/long-shadow.ts';
import { parachuteByAgents } from './parachute/parachute-by-agents.ts';
import { parachuteByLeaders } from './parachute/parachute-by-leaders.ts';
import { parachuteByOutsiders } from './parachute/parachute-by-outsiders.ts';
import { pastItsPeople } from './parachute/past-its-people.ts';
import { bypassedLayers } from './pressure/bypassed-layers.ts';
import { clientEscalations } from './pressure/client-escalations.ts';
import { documentationDebt } from './pressure/documentation-debt.ts';
import { nextOne } from './pressure/next-one.ts';
import { pressurePassedOn } from './pressure/pressure-passed-on.ts';
import { recognitionBalance } from './pressure/recognition-balance.ts';
import { verbalContext } from './pressure/verbal-context.ts';
import { capedArea } from './rescue/caped-area.ts';
import { fourRoles } from './rescue/four-roles.ts';
import { lastingRescue } from './rescue/lasting-rescue.ts';
import { nightLoad } from './rescue/night-load.ts';
import { pageConcentration } from './rescue/page-concentration.ts';
import { rescueLoop } from './rescue/rescue-loop.ts';
import { speedWithoutRisk } from './rescue/speed-without-risk.ts';
import { unshadowedWork } from './rescue/unshadowed-work.ts';
import type { Signal } from './signal.ts';

/** Patterns that belong together, as the essays tell of them. */
export interface SignalFamily {
  /** In links; never changed. */
  readonly id: string;
  readonly name: string;
  readonly signals: readonly Signal[];
}

/** All that is looked for, family by family, in the order in which people are shown it. */
export const SIGNAL_FAMILIES: readonly SignalFamily[] = [
  { id: 'alone', name: 'Work that only one ever touches', signals: [quietSolo, unclearDefault, trainedToWait, notUnderstood] },
  {
    id: 'parachute',
    name: 'Work that passes by the people of an area',
    signals: [parachuteByLeaders, parachuteByOutsiders, parachuteByAgents, longShadow, decisionsElsewhere, discardedWork, pastItsPeople],
  },
  {
    id: 'rescue',
    name: 'Help that becomes a habit',
    signals: [pageConcentration, rescueLoop, lastingRescue, nightLoad, speedWithoutRisk, capedArea, unshadowedWork, fourRoles, nextOne],
  },
  {
    id: 'friction',
    name: 'What it costs every day',
    signals: [decisionWait, reviewWait, staleModel, oneApprover, soleTranslator, urgentRouting, planningErosion],
  },
  {
    id: 'pressure',
    name: 'Where pressure and context go',
    signals: [bypassedLayers, pressurePassedOn, verbalContext, clientEscalations, documentationDebt, recognitionBalance],
  },
  { id: 'entry', name: 'How the nights begin', signals: [launchRush, overload, greenfieldAlone] },
];

/** All of them in one list, in the same order. */
export const SIGNALS: readonly Signal[] = SIGNAL_FAMILIES.flatMap(({ signals }) => signals);
