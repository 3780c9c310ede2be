import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { dailyMarks } from './daily-mark.ts';
import type { RequestLine } from './log.ts';
import type { RequestWatch } from './watch-requests.ts';

/** What never became a request: too slow, too long a head, no HTTP at all. */
const STATUS: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };
const WORDS: Readonly<Record<number, string>> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

/** Answers with a status and no word of what came, counts and logs it, and hangs up. */
export function answerBrokenRequests({
  log,
  meter,
  now,
}: RequestWatch): (problem: Error & { readonly code?: string }, socket: Socket) => void {
  const markOf = dailyMarks(now);
  return ({ code = '' }, socket) => {
    if (code === 'ECONNRESET' || socket.destroyed) return;
    const status = STATUS[code] ?? 400;
    const line: RequestLine = {
      request: randomUUID(),
      operation: 'none',
      status,
      milliseconds: 0,
      with: 'nothing',
      code: 'broken-request',
    };
    meter.requested(line);
    log.tell('warn', 'refused', { ...line, from: markOf(socket.remoteAddress ?? '') });
    if (socket.writable) socket.write(`HTTP/1.1 ${status} ${WORDS[status]!}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    socket.destroy();
  };
}
