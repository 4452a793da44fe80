using Microsoft.Extensions.Localization;

namespace RemoteSupport.Platform.Localization;

/// <summary>Gives each type its localizer; the type's full name is the context (<c>msgctxt</c>) that is looked up first.</summary>
internal sealed class PoLocalizerFactory(PoCatalogues catalogues) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource)
    {
        ArgumentNullException.ThrowIfNull(resourceSource);
        return new PoLocalizer(catalogues, resourceSource.FullName);
    }

    public IStringLocalizer Create(string baseName, string location)
    {
        ArgumentNullException.ThrowIfNull(baseName);
        var isInside = !string.IsNullOrEmpty(location) && baseName.StartsWith(location + ".", StringComparison.Ordinal);
        return new PoLocalizer(catalogues, isInside ? baseName[(location.Length + 1)..] : baseName);
    }

    /// <summary>The localizer without a context.</summary>
    public IStringLocalizer CreatePlain() => new PoLocalizer(catalogues, null);
}
