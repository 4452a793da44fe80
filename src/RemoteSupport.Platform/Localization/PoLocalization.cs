using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace RemoteSupport.Platform.Localization;

/// <summary>Puts localization by PO files into a program's services.</summary>
public static class PoLocalization
{
    /// <summary>
    /// Reads the folder's PO files now, so that a broken one stops the start. Registers <see cref="IStringLocalizerFactory"/>,
    /// <see cref="IStringLocalizer"/>, <see cref="IStringLocalizer{T}"/>, and <see cref="PersonTime"/> (on a <see cref="TimeProvider"/>).
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="folder">Absolute, or relative to the folder of the program's files.</param>
    public static IServiceCollection AddPoLocalization(this IServiceCollection services, string folder = "resources/locales")
    {
        var factory = new PoLocalizerFactory(PoCatalogues.Load(Path.Combine(AppContext.BaseDirectory, folder)));
        // MVC's own registrations would put .resx files in our place if they ran first.
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory>(factory));
        services.TryAddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.TryAddSingleton(factory.CreatePlain());
        services.TryAddSingleton<PersonTime>();
        return services;
    }
}
