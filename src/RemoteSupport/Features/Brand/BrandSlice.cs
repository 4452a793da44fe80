namespace RemoteSupport.Features.Brand;

internal static class BrandSlice
{
    public static IServiceCollection AddBrand(this IServiceCollection services) => services.AddScoped<BrandRows>().AddScoped<BrandTrail>();
}
