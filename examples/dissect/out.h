/* How units are printed. */
#ifndef DISSECT_OUT_H
#define DISSECT_OUT_H

/* JSON Lines instead of lines for a person. */
void out_json(void);
/* Flushes; whether every unit was decoded and written. */
int out_finish(void);
#endif
