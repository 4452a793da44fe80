using System.Reflection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace RemoteSupport.Platform.Mediation;

/// <summary>Puts the mediator into a program. MediatR 5 brings no registration of its own.</summary>
public static class MediatorSetup
{
    private static readonly Type[] Open = [typeof(IRequestHandler<,>), typeof(INotificationHandler<>)];

    /// <summary>Finds the handlers of the assemblies and puts the pipeline before them: validation, authorization, page visits, transaction.</summary>
    public static IServiceCollection AddMediator(this IServiceCollection services, params Assembly[] assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();
        foreach (var (contract, handler) in assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(Contracts))
        {
            if (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && services.Any(service => service.ServiceType == contract))
                throw new InvalidOperationException($"Two handlers for {contract}.");
            services.AddTransient(contract, handler);
        }

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorization<,>));
        services.AddScoped<PageVisits>().AddScoped(typeof(IPipelineBehavior<,>), typeof(PageVisit<,>));
        return services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Transaction<,>));
    }

    private static IEnumerable<(Type Contract, Type Handler)> Contracts(Type type) =>
        type.IsAbstract || type.ContainsGenericParameters
            ? []
            : type.GetInterfaces().Where(i => i.IsGenericType && Open.Contains(i.GetGenericTypeDefinition())).Select(i => (i, type));
}
