package ai.novacore.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What the rules are held against. */
final class Product {
    static final String ROOT = "ai.novacore";

    private Product() {}

    /** The classes of all modules, without their tests. */
    static JavaClasses classes() {
        return Imported.PRODUCT;
    }

    /** The classes in this module's tests that break the rules on purpose. */
    static JavaClasses wrongClasses() {
        return Imported.WRONG;
    }

    private static final class Imported {
        static final JavaClasses PRODUCT = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        static final JavaClasses WRONG = new ClassFileImporter()
                .withImportOption(location -> location.contains("/wrong/"))
                .importPackages(ROOT);
    }
}
