namespace RemoteSupport.Features.MessageTemplates;

/// <summary>What stands in a text's place at the moment.</summary>
public enum TemplateState
{
    /// <summary>The product's own.</summary>
    BuiltIn,

    /// <summary>The tenant's.</summary>
    Changed,

    /// <summary>The tenant's, written over a built-in text that a release has changed since (MT-3).</summary>
    Outdated,

    /// <summary>The tenant's, which cannot be used: the built-in text goes out instead (MT-4).</summary>
    Broken,
}
