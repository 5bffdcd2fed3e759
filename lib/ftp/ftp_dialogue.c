/* Who is to speak: RFC 959 5.4, RFC 1123 4.1.2.11. */
#include <string.h>
#include <wyre/ftp_command.h>
#include <wyre/ftp_reply.h>
#include <wyre/ftp_transfer.h>

wyre_status
wyre_ftp_dialogue_sent(wyre_ftp_dialogue *d, uint16_t command)
{
    if (d->closing != 0 || d->lost != 0)
        return WYRE_E_STATE;
    if (d->count >= WYRE_FTP_PIPELINE_MAX)
        return WYRE_E_LIMIT;
    d->command[d->count++] = command;
    return WYRE_OK;
}

/* The first command has its final reply. */
static void
answered(wyre_ftp_dialogue *d)
{
    d->count--;
    d->started = 0;
    memmove(d->command, d->command + 1, d->count * sizeof *d->command);
    d->command[d->count] = 0;
}

/* The greeting: 120 may come in front of 220. */
static uint8_t
greeting(wyre_ftp_dialogue *d, unsigned kind)
{
    d->greeted = kind != WYRE_FTP_PRELIMINARY;
    d->closing = kind >= WYRE_FTP_TRANSIENT;
    if (d->closing != 0)
        return WYRE_FTP_EVENT_CLOSING;
    return d->greeted != 0 ? WYRE_FTP_EVENT_GREETING : WYRE_FTP_EVENT_STARTED;
}

static uint8_t
preliminary(wyre_ftp_dialogue *d, uint16_t code)
{
    /* 110 tells restart markers while the transfer goes on: any number of them */
    uint8_t event =
        d->started != 0 && code != 110 ? WYRE_FTP_EVENT_REPEATED : WYRE_FTP_EVENT_STARTED;
    d->started = 1;
    return event;
}

static uint8_t
final(wyre_ftp_dialogue *d, uint16_t code, size_t behind)
{
    uint16_t command = d->command[0];
    answered(d);
    if (command == WYRE_FTP_QUIT && code / 100 == WYRE_FTP_COMPLETION)
        d->closing = 1;
    if (command == WYRE_FTP_AUTH && code == 234) {
        d->lost = behind > 0; /* RFC 4217 4: whoever sent them is not the server behind TLS */
        return behind > 0 ? WYRE_FTP_EVENT_INJECTED : WYRE_FTP_EVENT_TLS;
    }
    return code / 100 == WYRE_FTP_INTERMEDIATE ? WYRE_FTP_EVENT_CONTINUE : WYRE_FTP_EVENT_ANSWERED;
}

wyre_status
wyre_ftp_dialogue_got(wyre_ftp_dialogue *d, uint16_t code, size_t behind, wyre_ftp_turn *turn)
{
    *turn = (wyre_ftp_turn){.command = 0};
    if (code < 100 || code > 699)
        return WYRE_E_VALUE;
    if (d->lost != 0 || d->count > WYRE_FTP_PIPELINE_MAX) {
        turn->event = WYRE_FTP_EVENT_UNASKED;
        return WYRE_E_STATE;
    }
    unsigned kind = code / 100;
    turn->command = d->count > 0 ? d->command[0] : 0;
    if (code == 421) {
        d->closing = 1;
        turn->event = WYRE_FTP_EVENT_CLOSING;
        if (d->greeted != 0 && d->count > 0)
            answered(d);
    } else if (d->greeted == 0) {
        turn->command = 0;
        turn->event = greeting(d, kind);
    } else if (d->count == 0) {
        d->lost = 1;
        turn->event = WYRE_FTP_EVENT_UNASKED;
    } else if (kind == WYRE_FTP_PRELIMINARY) {
        turn->event = preliminary(d, code);
    } else {
        turn->event = final(d, code, behind);
    }
    turn->waiting = d->count;
    return d->lost != 0 ? WYRE_E_STATE : WYRE_OK;
}
