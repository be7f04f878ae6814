import type { RequestHandler, Response } from 'express';
import type { Moods } from './moods.js';

/** Lets the system's moods out on programs that call it. */
export const moodGate =
  (moods: Moods): RequestHandler =>
  (request, response, next) => {
    const { down, refusesSignIn } = moods.current;
    if (down) return void fail(response, 503, 'down');
    if (refusesSignIn) return void fail(response, 401, 'sign-in-refused');

    const send = response.json.bind(response);
    response.json = (body: unknown) => {
      if (request.method !== 'GET' && moods.takeLostAnswer()) {
        request.socket.destroy();
        return response;
      }
      const { lateSeconds } = moods.current;
      if (lateSeconds === 0) return send(body);
      const timer = setTimeout(() => send(body), lateSeconds * 1000);
      response.once('close', () => clearTimeout(timer));
      return response;
    };
    next();
  };

const fail = (response: Response, status: number, code: string) =>
  response.status(status).json({ error: { code, message: `simulated: ${code}` } });
