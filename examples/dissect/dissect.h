/* What the protocols of `dissect` share: two streams in, units out. A unit is what one frame holds;
 * its fields come through the visitor, so no message has printing code of its own. */
#ifndef DISSECT_H
#define DISSECT_H
#include <stddef.h>
#include <stdint.h>
#include <wyre/wyre.h>

typedef struct stream {
    char direction; /* 'c' client to server, 's' server to client */
    const uint8_t *bytes;
    size_t len;
} stream;

typedef struct session {
    stream c2s, s2c;
} session;

/* ---- out.c: one unit is unit_begin, any use of the visitor, unit_end ------------------------------- */

/* A unit of len bytes at offset off of the stream; its spans count from there. */
void unit_begin(const stream *s, size_t off, size_t len, const char *name);
/* Tells fields of the unit, or of the part of it that was entered last. */
const wyre_visitor *unit_visitor(void);
/* How the unit went; `fault` counts from its start. Anything but WYRE_OK is undecoded. */
void unit_end(wyre_status status, size_t fault);

/* ---- one file per protocol: walks both streams, unit by unit --------------------------------------- */

void dissect_smb(const session *s);
void dissect_tds(const session *s);
void dissect_ftp(const session *s);
void dissect_msnp(const session *s);

/* How surely the streams are of this protocol: 0 no, higher is surer. */
int looks_like_smb(const session *s);
int looks_like_tds(const session *s);
int looks_like_ftp(const session *s);
int looks_like_msnp(const session *s);
#endif
