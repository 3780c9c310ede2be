import { z } from 'zod';

/** The content policy forbids code made at run time; without this zod would try it, and the browser would complain. */
z.config({ jitless: true });
