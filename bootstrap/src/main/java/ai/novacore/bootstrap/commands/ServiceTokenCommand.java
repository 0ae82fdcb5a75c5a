package ai.novacore.bootstrap.commands;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Prints a service token, for whoever calls {@code /internal} by hand. Starts nothing else. */
@Command(
        name = "./nova service-token",
        mixinStandardHelpOptions = true,
        description = "Prints a token for the header X-Service-Token, good for five minutes.",
        footer = "%nSigned with SERVICE_JWT_SECRET, or with what the product made for itself at its first start.")
public final class ServiceTokenCommand extends ServiceCommand {
    @Option(
            names = "--scope",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            converter = ScopeConverter.class,
            description = "What it opens: intelligence, memory, policy, workers, accounts. May be given several times.")
    private Set<ServiceScope> scopes = EnumSet.noneOf(ServiceScope.class);

    ServiceTokenCommand(Map<String, String> environment) {
        super(environment);
    }

    public static void main(String[] args) {
        main(ServiceTokenCommand::new, args);
    }

    @Override
    int call(ServiceTokens tokens) {
        return say(tokens.issue(scopes));
    }

    /** Names scopes as tokens do. */
    private static final class ScopeConverter implements ITypeConverter<ServiceScope> {
        @Override
        public ServiceScope convert(String name) {
            return Arrays.stream(ServiceScope.values())
                    .filter(scope -> scope.wire().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("There is no scope '" + name + "'. There are: "
                            + Arrays.stream(ServiceScope.values())
                                    .map(ServiceScope::wire)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
    }
}
