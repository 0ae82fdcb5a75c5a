package ai.novacore.application.wrong.port.out;

/** A port that cannot be swapped. */
public class ClassAsPort {}
