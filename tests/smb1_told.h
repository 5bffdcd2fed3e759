/* Rows of SMB1 blocks: told rows whose unit is a header and one block, which stands at 32. */
#ifndef WYRE_SMB1_TOLD_H
#define WYRE_SMB1_TOLD_H
#include <wyre/smb1.h>
#include "told.h"
#include "properties/block_ring.h"

/* [MS-CIFS] 2.2.3.1: Protocol, Command, Status, Flags, Flags2 (with or without UNICODE), and the
 * rest. */
#define SMB1_HEADER(command, flags, flags2)                                                        \
    "ff534d42" command "00000000" flags flags2 "0000 0000000000000000 0000 0000 feff 0000 0000 "
#define REQUEST(command)     SMB1_HEADER(command, "18", "01c0")
#define REPLY(command)       SMB1_HEADER(command, "98", "01c0")
#define OEM_REQUEST(command) SMB1_HEADER(command, "18", "0140")
#define OEM_REPLY(command)   SMB1_HEADER(command, "98", "0140")
#endif
