"""What translates between platforms and the vocabularies of the core; nothing in here decides."""
