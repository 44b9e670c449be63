package eu.boucle.support;

import eu.boucle.identity.SystemAtWork;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The threads on which tests run are the system's, so that they may prepare and look at everything; requests over HTTP
 * are answered on other threads, by whoever proved who she is. Found by JUnit itself, for every test. Threads of a
 * test's own need a {@code DelegatingSecurityContextExecutorService}.
 */
public final class AsTheSystem implements InvocationInterceptor {

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> call,
            ReflectiveInvocationContext<java.lang.reflect.Constructor<T>> context,
            ExtensionContext extension)
            throws Throwable {
        return asTheSystem(call);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        asTheSystem(call);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        asTheSystem(call);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        asTheSystem(call);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> call, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        return asTheSystem(call);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        asTheSystem(call);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> call, DynamicTestInvocationContext context, ExtensionContext extension) throws Throwable {
        asTheSystem(call);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        asTheSystem(call);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        asTheSystem(call);
    }

    private static <T> T asTheSystem(Invocation<T> call) throws Throwable {
        try (SystemAtWork.Shift shift = SystemAtWork.begin()) {
            return call.proceed();
        }
    }
}
