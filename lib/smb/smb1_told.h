/* What the tellers of a message share: the message, the first refusal, and parts. */
#ifndef WYRE_LIB_SMB_SMB1_TOLD_H
#define WYRE_LIB_SMB_SMB1_TOLD_H
#include <wyre/smb1.h>
#include "../core/layout.h"

typedef struct message {
    const uint8_t *in;
    size_t in_len;
    const wyre_smb1_context *answers; /* NULL: not known */
    const wyre_visitor *v;
    wyre_status status; /* the first refusal */
    size_t fault;       /* and where it was */
} message;

INLINE void
refused(message *msg, wyre_status status, size_t fault)
{
    if (msg->status == WYRE_OK) {
        msg->status = status;
        msg->fault = fault;
    }
}

INLINE void
enter(message *msg, const char *name, wyre_span window)
{
    layout l = visiting(msg->v);
    tell_enter(l.visitor, name, window);
}
INLINE void
leave(message *msg)
{
    layout l = visiting(msg->v);
    tell_leave(l.visitor);
}

/* The parts of an envelope, told by what it is. */
typedef struct envelope {
    wyre_span setup, parameters, data;
    wyre_smb1_context kind;
    int reply;
    uint32_t unicode; /* WYRE_SMB1_FLAGS2_UNICODE, or 0 */
} envelope;

void wyre_smb1_tell_envelope(message *msg, const envelope *e);
void wyre_smb1_tell_data(message *msg, const envelope *e);

typedef void part_teller(message *msg, const char *name, wyre_span part, uint32_t flags);

/* A part of the envelope under `name`; spans count from where it begins. */
#define PART(T, known)                                                                             \
    static void part_##T(message *msg, const char *name, wyre_span part, uint32_t flags)           \
    {                                                                                              \
        wyre_smb1_##T m;                                                                           \
        size_t fault;                                                                              \
        wyre_status status =                                                                       \
            wyre_smb1_##T##_decode(msg->in + part.off, part.len, flags & (known), &m, &fault);     \
        enter(msg, name, part);                                                                    \
        if (status == WYRE_OK)                                                                     \
            wyre_smb1_##T##_visit(&m, msg->v);                                                     \
        else                                                                                       \
            refused(msg, status, part.off + fault);                                                \
        leave(msg);                                                                                \
    }
#define WITH_TEXT WYRE_SMB1_FLAGS2_UNICODE

/* What a request asks for, by its setup words and parameters. */
wyre_smb1_context wyre_smb1_context_of_transaction2(const uint8_t *in, wyre_span setup,
                                                    wyre_span parameters);
#endif
