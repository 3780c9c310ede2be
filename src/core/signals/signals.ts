import { quietSolo } from './alone/quiet-solo.ts';
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
import { bypassedLayers } from './pressure/bypassed-layers.ts';
import { clientEscalations } from './pressure/client-escalations.ts';
import { documentationDebt } from './pressure/documentation-debt.ts';
import { nextOne } from './pressure/next-one.ts';
import { pressurePassedOn } from './pressure/pressure-passed-on.ts';
import { recognitionBalance } from './pressure/recognition-balance.ts';
import { verbalContext } from './pressure/verbal-context.ts';
import { pageConcentration } from './rescue/page-concentration.ts';
import type { Signal } from './signal.ts';

/** All that is looked for, in the order in which people are shown it. */
export const SIGNALS: readonly Signal[] = [
  quietSolo,
  pageConcentration,
  nextOne,
  decisionWait,
  reviewWait,
  staleModel,
  oneApprover,
  soleTranslator,
  urgentRouting,
  planningErosion,
  bypassedLayers,
  pressurePassedOn,
  verbalContext,
  clientEscalations,
  documentationDebt,
  recognitionBalance,
  launchRush,
  overload,
  greenfieldAlone,
];
