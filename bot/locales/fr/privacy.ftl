### Ce que dit le bot sur ce qu'il sait de quelqu'un.

privacy-unknown = Je ne sais rien de ce compte.
privacy-held = La loi nous demande de garder pour l'instant ce que nous savons de ce compte ; l'effacer attendra.
privacy-forgotten = Ce que je gardais sur ce compte (noms, textes, activité) est effacé. Les totaux restent, sans nom.
privacy-hold-placed = C'est noté : rien de ce que je sais de ce compte ne sera effacé tant que cette obligation dure.
privacy-hold-released = C'est noté : l'obligation est levée, et ce compte peut de nouveau être effacé.
